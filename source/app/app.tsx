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

/** The app: one screen at a time. All keys come in here. */
export function App({stage}: {stage: Stage}): ReactNode {
	const {suspendTerminal} = useApp();
	const tell = (text: string) => stage.streams.stdout.write(text);
	// Nobody is to press keys on what cannot be seen.
	const isSeen = () => !isTooSmall(stage.size.get());
	useInput((input, key) => {
		for (const name of keyNames(input, key)) {
			const action = actionOf(appKeys, name, undefined);
			if (action === 'suspend') suspendTerminal(() => suspendProcess(tell)).catch(() => undefined);
			// Read again for each key: the one before may have brought another screen.
			else if (action === 'leave' || isSeen()) pressKey(stage.screen.get(), name, stage.size.get(), stage.clock);
		}
	});
	usePaste(text => {
		if (isSeen()) pasteText(stage.screen.get(), text);
	});
	useEffect(() => {
		// Who was stopped from outside finds another program's screen.
		const redraw = () => suspendTerminal(refreshSize).catch(() => undefined);
		process.on('SIGCONT', redraw);
		return () => {
			process.off('SIGCONT', redraw);
		};
	}, [suspendTerminal]);
	return <ScreenView stage={stage} />;
}

/** Shows the frame of the screen, and a new one whenever its state or the window changes. */
function ScreenView({stage: {screen: shown, size: window, clock, paint}}: {stage: Stage}): ReactNode {
	const screen = useStore(shown);
	const size = useStore(window);
	useChanges(screen);
	return <FrameView frame={drawScreen(screen, size, clock, paint)} size={size} />;
}

/** Draws again when the state of a screen changes. */
function useChanges(screen: Screen): void {
	useSyncExternalStore<unknown>(
		screen.name === 'blank' ? noChanges : screen.store.subscribe,
		screen.name === 'blank' ? () => undefined : screen.store.get,
	);
}

function noChanges(): () => void {
	return () => undefined;
}
