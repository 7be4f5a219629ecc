"""How to show it: pages, HTTP, terminal, MCP."""
