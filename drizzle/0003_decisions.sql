CREATE TABLE `decisions` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`saved_at` text NOT NULL,
	`source` text NOT NULL,
	`key` text,
	`router` text NOT NULL,
	`threshold` real NOT NULL,
	`win_rate` real NOT NULL,
	`choice` text NOT NULL,
	`reason` text NOT NULL,
	`scope` text NOT NULL,
	`streamed` integer NOT NULL,
	`outcome` text NOT NULL,
	`error` text,
	`answered_by` text,
	`model` text,
	`simulated` integer NOT NULL,
	`input_tokens` integer,
	`output_tokens` integer,
	`tokens_estimated` integer,
	`dollars` real,
	`strong_dollars` real,
	`routing_ms` real NOT NULL,
	`provider_ms` real
);
--> statement-breakpoint
CREATE UNIQUE INDEX `decisions_id_unique` ON `decisions` (`id`);