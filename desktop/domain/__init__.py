"""What things are: frozen values and the rules of the cooperation model. Standard library only."""
