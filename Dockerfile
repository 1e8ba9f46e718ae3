# Stage 1 builds the wheel, GraphiQL page included (Node comes as a Python package); stage 2 holds what runs.
FROM python:3.12-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /build
COPY requirements-dev.lock ./
RUN pip install --quiet --require-hashes -r requirements-dev.lock
COPY . .
RUN pip wheel --quiet --no-deps --no-build-isolation --wheel-dir /wheel .

FROM python:3.12-slim
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN useradd --system --uid 10001 --create-home --home-dir /home/engagegraph engagegraph
RUN --mount=type=bind,source=requirements.lock,target=/tmp/requirements.lock \
    --mount=type=bind,from=build,source=/wheel,target=/tmp/wheel \
    pip install --quiet --require-hashes -r /tmp/requirements.lock \
    && pip install --quiet --no-deps /tmp/wheel/*.whl
USER engagegraph
WORKDIR /home/engagegraph
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/health/ready', timeout=4)"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["engagegraph"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
