"""Spreadsheets and csv files in and out: applications, score sheets and their templates."""
