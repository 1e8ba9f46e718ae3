// nothing to ask the database
