"""What a person sees and is asked: the console and the prompts."""
