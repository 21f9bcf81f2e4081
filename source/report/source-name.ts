/** Returns the display name of a source: its path, or "standard input" for `-`. */
export function sourceName(path: string): string {
	return path === '-' ? 'standard input' : path;
}
