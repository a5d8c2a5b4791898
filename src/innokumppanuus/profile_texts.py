"""The English of what is wrong in profiles and files of cities; `problem_texts` has the others."""

PROFILE_TEXTS: dict[str, str] = {
    "profile-level": "must be a whole level from {bottom} to {top}, got {got}.",
    "profile-level-twice": "must describe each level once, got level {got} twice.",
    "profile-level-ends": "must describe at least the levels {bottom} and {top}. Level {got} is "
    "not described.",
    "profile-rating-twice": "rates the indicator '{got}' twice in one record. Keep one of the "
    "ratings.",
    "profile-group-least": "must be at least {least} cities, so that a summary shows no single "
    "city, got {got}.",
    "profile-city-twice": "must be different cities, got '{got}' twice.",
    "profile-words-long": "must be at most {most} characters, got {got}. Say it shorter.",
    "profile-not-rated": "names the indicator '{got}', which describes no levels. Leave the level "
    "out, or rate another indicator.",
}
