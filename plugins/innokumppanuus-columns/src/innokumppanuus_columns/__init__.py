"""Rule sets over millions of applications: checked expressions as SQL. No rule is decided anew."""
