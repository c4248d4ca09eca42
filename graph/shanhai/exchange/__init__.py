"""What leaves the house: tables, workbooks, network files, W3C profile, citations, VoID."""
