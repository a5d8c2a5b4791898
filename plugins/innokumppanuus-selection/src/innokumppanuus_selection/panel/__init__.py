"""What an evaluators' panel needs of numbers: assignment and measures of health."""
