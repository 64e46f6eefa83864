-- not_a_query: hostile or wrong, found at any depth
import foreign schema x from server y into z
