// Faces for Arabic script and Chinese. Loaded after the first screen is drawn; each file is fetched only
// when a character of its range is on the page.
import "@fontsource-variable/noto-sans-arabic/wght.css";
import "@fontsource-variable/noto-sans-sc/wght.css";
