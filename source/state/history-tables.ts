/**
Adds the parts, plan and approval of an upload. Versions before this step sent one CSV that describes a warehouse: their uploads have
no parts.
*/
export const partsMigration = `ALTER TABLE uploads ADD COLUMN kind TEXT NOT NULL DEFAULT 'warehouse';
	ALTER TABLE uploads ADD COLUMN plan TEXT;
	ALTER TABLE uploads ADD COLUMN approval TEXT;
	ALTER TABLE uploads ADD COLUMN baseline TEXT;
	ALTER TABLE uploads ADD COLUMN counts TEXT;
	CREATE TABLE upload_parts (
		upload INTEGER NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
		place INTEGER NOT NULL,
		kind TEXT NOT NULL,
		part TEXT NOT NULL,
		name TEXT NOT NULL,
		content_type TEXT NOT NULL,
		records INTEGER NOT NULL,
		bytes INTEGER NOT NULL,
		sha256 TEXT NOT NULL,
		PRIMARY KEY (upload, place)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX upload_parts_by_sha256 ON upload_parts (sha256);`;

/** Adds which upload a rollback sends again. */
export const rollbackMigration = 'ALTER TABLE uploads ADD COLUMN rollback_of INTEGER;';

/** Adds the address of the workspace, because a host alone has neither scheme nor path, and the name of the integration. */
export const addressMigration = `ALTER TABLE uploads ADD COLUMN address TEXT;
	ALTER TABLE uploads ADD COLUMN integration_name TEXT;`;

/**
Adds uploads that were not sent, so the target and the totals may be unknown, and the data of the plan and of the end. Versions before
this step recorded only uploads that were about to be sent. SQLite cannot make a column optional, and removing a table removes the
rows that refer to it, so both tables are copied.
*/
export const unsentMigration = `CREATE TABLE all_uploads (
		id INTEGER PRIMARY KEY,
		at TEXT NOT NULL,
		profile TEXT,
		host TEXT,
		integration TEXT,
		source TEXT NOT NULL,
		files TEXT,
		version TEXT,
		kind TEXT,
		records INTEGER,
		bytes INTEGER,
		sha256 TEXT,
		counts TEXT,
		plan TEXT,
		approval TEXT,
		baseline TEXT,
		summary TEXT,
		sent INTEGER NOT NULL,
		process TEXT,
		outcome TEXT NOT NULL,
		message TEXT NOT NULL,
		code TEXT,
		sync TEXT,
		link TEXT,
		ended_at TEXT
	) STRICT;
	INSERT INTO all_uploads (id, at, host, integration, source, kind, records, bytes, sha256, counts, plan, approval, baseline, sent,
		outcome, message)
		SELECT id, at, host, integration, source, kind, records, bytes, sha256, counts, plan, approval, baseline, 1, outcome, message
		FROM uploads;
	CREATE TABLE all_parts (
		upload INTEGER NOT NULL REFERENCES all_uploads (id) ON DELETE CASCADE,
		place INTEGER NOT NULL,
		kind TEXT NOT NULL,
		part TEXT NOT NULL,
		name TEXT NOT NULL,
		content_type TEXT NOT NULL,
		records INTEGER NOT NULL,
		bytes INTEGER NOT NULL,
		sha256 TEXT NOT NULL,
		PRIMARY KEY (upload, place)
	) STRICT, WITHOUT ROWID;
	INSERT INTO all_parts (upload, place, kind, part, name, content_type, records, bytes, sha256)
		SELECT upload, place, kind, part, name, content_type, records, bytes, sha256 FROM upload_parts;
	DROP TABLE upload_parts;
	DROP TABLE uploads;
	ALTER TABLE all_uploads RENAME TO uploads;
	ALTER TABLE all_parts RENAME TO upload_parts;
	CREATE INDEX uploads_by_target ON uploads (host, integration, id);
	CREATE INDEX upload_parts_by_sha256 ON upload_parts (sha256);
	CREATE TABLE upload_locks (
		name TEXT PRIMARY KEY,
		machine TEXT NOT NULL,
		pid INTEGER NOT NULL,
		since TEXT NOT NULL
	) STRICT, WITHOUT ROWID;
	CREATE TABLE plans (
		number INTEGER PRIMARY KEY,
		id TEXT NOT NULL UNIQUE,
		upload INTEGER,
		complete INTEGER NOT NULL,
		changes BLOB NOT NULL
	) STRICT;`;
