/** Each sign that the screens draw, and what stands for it where only ASCII can be shown: as wide, so that columns hold. */
const asciiReplacements: Readonly<Record<string, string>> = {
	'✗': 'x',
	'✓': '+',
	'−': '-',
	'▸': '>',
	'›': '>',
	'‹': '<',
	'█': '#',
	'░': '.',
	'─': '-',
	'│': '|',
	'┌': '+',
	'┬': '+',
	'┐': '+',
	'├': '+',
	'┼': '+',
	'┤': '+',
	'└': '+',
	'┴': '+',
	'┘': '+',
	'·': '-',
	'…': '~',
	'•': '*',
	'↑': '^',
	'↓': 'v',
	'←': '<',
	'→': '>',
	'⏎': '$',
	'⇥': '>',
};

const signs = new RegExp(`[${Object.keys(asciiReplacements).join('')}]`, 'g');

/** Switches to the alternate screen, as Ink does when it begins and when it goes on after a stop. */
const enterScreen = '\u001B[?1049h';

/** Where a terminal leaves the cursor on that screen differs; a frame begins at the top. */
const toTop = '\u001B[2J\u001B[H';

/**
The terminal as Ink writes to it: a frame always begins at the top, and with `ascii` the signs of the screens are ASCII.
Letters of a file stay what they are.
*/
export function terminalStream(
	stdout: NodeJS.WriteStream,
	{ascii, withoutSecrets}: {readonly ascii: boolean; withoutSecrets(text: string): string},
): NodeJS.WriteStream {
	const written = (text: string) => {
		const placed = withoutSecrets(text).replace(enterScreen, enterScreen + toTop);
		return ascii ? asAscii(placed) : placed;
	};
	return new Proxy(stdout, {
		get(target, property) {
			if (property === 'write') {
				return (chunk: unknown, ...rest: unknown[]) =>
					Reflect.apply(target.write, target, [typeof chunk === 'string' ? written(chunk) : chunk, ...rest]);
			}

			const value: unknown = Reflect.get(target, property, target);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}

/** Returns a text with an ASCII sign in the place of each sign of the screens. @forTests */
export function asAscii(text: string): string {
	return text.replace(signs, sign => asciiReplacements[sign] ?? sign);
}
