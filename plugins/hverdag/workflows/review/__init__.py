"""Two handbooks and their plans to what has changed, who has nodded, and the verdict. It knows no git."""
