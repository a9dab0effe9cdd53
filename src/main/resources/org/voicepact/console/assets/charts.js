// Draws a chart above each table of figures, from the table itself.
