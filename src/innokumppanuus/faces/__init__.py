"""What people see and press. All of it is made from one trace."""
