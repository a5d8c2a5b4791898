"""Reports of one decision: web page, letters, workbook, data and short text."""
