import {useApp, useInput, usePaste} from 'ink';
import {type ReactNode, useEffect, useSyncExternalStore} from 'react';
import {appKeys} from './app-keys.ts';
import {drawScreen} from './draw-screen.ts';
import {FrameView} from './frame-view.tsx';
import {actionOf, keyNames} from './keys.ts';
import {pasteText, pressKey, type Screen} from './screen.ts';
import {isTooSmall} from './size.ts';
import type {Stage} from './stage.ts';
import {useStore} from './store.ts';
import {refreshSize, suspendProcess} from './suspend.ts';

/** Shows one screen at a time, and receives all keys. */
export function App({stage}: {stage: Stage}): ReactNode {
	const {suspendTerminal} = useApp();
	const print = (text: string) => stage.streams.stdout.write(text);
	// Keys do not act on a screen that is hidden because the window is too small.
	const isVisible = () => !isTooSmall(stage.size.get());
	useInput((input, key) => {
		for (const name of keyNames(input, key)) {
			const action = actionOf(appKeys, name, undefined);
			if (action === 'suspend') suspendTerminal(() => suspendProcess(print)).catch(() => undefined);
			// The screen is read for each key: the key before may have changed it.
			else if (action === 'leave' || isVisible()) pressKey(stage.screen.get(), name, stage.size.get(), stage.clock);
		}
	});
	usePaste(text => {
		if (isVisible()) pasteText(stage.screen.get(), text);
	});
	useEffect(() => {
		// After a stop from outside, the terminal may show another program's output.
		const redraw = () => suspendTerminal(refreshSize).catch(() => undefined);
		process.on('SIGCONT', redraw);
		return () => {
			process.off('SIGCONT', redraw);
		};
	}, [suspendTerminal]);
	return <ScreenView stage={stage} />;
}

/** Draws the screen when its state or the window size changes. */
function ScreenView({stage: {screen: shown, size: window, clock, paint}}: {stage: Stage}): ReactNode {
	const screen = useStore(shown);
	const size = useStore(window);
	useChanges(screen);
	return <FrameView frame={drawScreen(screen, size, clock, paint)} size={size} />;
}

/** Renders the component again when the state of a screen changes. */
function useChanges(screen: Screen): void {
	useSyncExternalStore<unknown>(
		screen.name === 'blank' ? noChanges : screen.store.subscribe,
		screen.name === 'blank' ? () => undefined : screen.store.get,
	);
}

function noChanges(): () => void {
	return () => undefined;
}
