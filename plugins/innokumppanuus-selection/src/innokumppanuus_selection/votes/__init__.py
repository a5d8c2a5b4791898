"""Citizens' votes: Pabulib files, greedy choice, equal shares and the greatest welfare."""
