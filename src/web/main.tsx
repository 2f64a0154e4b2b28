// Where the web app begins.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { queryClient } from "./api/index.ts";
import { router } from "./router.ts";
import { listenForShortcuts } from "./shell/shortcuts.ts";
import { applyTheme } from "./shell/theme.ts";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/surfaces.css";
import "./styles/marks.css";

applyTheme();
listenForShortcuts();

const place = document.getElementById("app");
if (place !== null) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

// Faces for other scripts are listed only after the first drawing, and fetched only where their letters appear.
addEventListener("load", () => setTimeout(() => void import("./styles/fonts.ts"), 0));
