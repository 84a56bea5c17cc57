"""The small pieces every page is made of; their looks stand in ``resources/qss/window.qss``."""
