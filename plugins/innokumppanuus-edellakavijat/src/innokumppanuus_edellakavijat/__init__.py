"""Nine forerunner cities: invitation, stages, 3P self-assessment, good practices, lessons."""
