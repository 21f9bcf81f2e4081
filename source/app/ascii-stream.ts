/** Each sign that the screens draw, and what stands for it where only ASCII can be shown: as wide, so that columns hold. */
const standIns: Readonly<Record<string, string>> = {
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

const signs = new RegExp(`[${Object.keys(standIns).join('')}]`, 'g');

/** The same terminal, which is only written ASCII for the signs of the screens. Letters of a file stay what they are. */
export function asciiStream(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
	return new Proxy(stdout, {
		get(target, property) {
			if (property === 'write') {
				return (chunk: unknown, ...rest: unknown[]) =>
					Reflect.apply(target.write, target, [typeof chunk === 'string' ? asAscii(chunk) : chunk, ...rest]);
			}

			const value: unknown = Reflect.get(target, property, target);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
}

export function asAscii(text: string): string {
	return text.replace(signs, sign => standIns[sign] ?? sign);
}
