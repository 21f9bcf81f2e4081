import {toTerminal} from './signs-in-values.ts';

/** Switches to the alternate screen, as Ink does when it starts and when it resumes. */
const enterScreen = '\u001B[?1049h';

/** Terminals differ in where they leave the cursor on that screen; a frame starts at the top. */
const toTop = '\u001B[2J\u001B[H';

/**
Returns a stream for Ink that starts each frame at the top, removes secrets, and with `ascii` replaces the signs of the screens.
Values of a file are not changed.
*/
export function terminalStream(
	stdout: NodeJS.WriteStream,
	{ascii, withoutSecrets}: {readonly ascii: boolean; withoutSecrets(text: string): string},
): NodeJS.WriteStream {
	const written = (text: string) => {
		const placed = withoutSecrets(text).replace(enterScreen, enterScreen + toTop);
		return toTerminal(placed, {ascii});
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
