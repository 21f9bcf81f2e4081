/**
Parses a path that the user types, or that a terminal inserts for a dropped file: in quotes, with backslashes before spaces,
or as a file:// URL, often with a trailing space.
*/
export function parseTypedPath(text: string): string {
	const bare = text.trim();
	const quoted = /^(['"])(.*)\1$/s.exec(bare)?.[2];
	if (quoted !== undefined) return quoted.replaceAll(`'\\''`, "'");
	if (bare.startsWith('file://')) return pathOfUrl(bare) ?? bare;
	// On Windows, a backslash separates folders.
	return /^[a-z]:\\|^\\\\/i.test(bare) ? bare : bare.replace(/\\(.)/gs, '$1');
}

function pathOfUrl(text: string): string | undefined {
	const url = URL.parse(text);
	if (url === null) return undefined;
	try {
		const path = decodeURIComponent(url.pathname);
		return /^\/[a-z]:/i.test(path) ? path.slice(1) : path;
	} catch {
		return undefined;
	}
}
