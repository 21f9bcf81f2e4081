/**
The path that a person means by text that was typed, or that a terminal types for a file that is dropped on it: in quotes,
with backslashes before spaces, or as a file:// address, often with a space behind it.
*/
export function parseTypedPath(text: string): string {
	const bare = text.trim();
	const quoted = /^(['"])(.*)\1$/s.exec(bare)?.[2];
	if (quoted !== undefined) return quoted.replaceAll(`'\\''`, "'");
	if (bare.startsWith('file://')) return pathOfAddress(bare) ?? bare;
	// On Windows a backslash stands between folders.
	return /^[a-z]:\\|^\\\\/i.test(bare) ? bare : bare.replace(/\\(.)/gs, '$1');
}

function pathOfAddress(text: string): string | undefined {
	const url = URL.parse(text);
	if (url === null) return undefined;
	try {
		const path = decodeURIComponent(url.pathname);
		return /^\/[a-z]:/i.test(path) ? path.slice(1) : path;
	} catch {
		return undefined;
	}
}
