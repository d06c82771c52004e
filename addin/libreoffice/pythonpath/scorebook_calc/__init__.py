"""Scorebook inside LibreOffice Calc: shows and applies what the engine says. No rule about workbooks lives here."""
