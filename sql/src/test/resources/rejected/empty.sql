-- empty: nothing but a comment

