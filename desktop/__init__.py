"""Samverkan: a desktop program for liaisons who look after their agency's cooperation with Statens servicecenter."""
