CREATE TABLE `votes` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`saved_at` text NOT NULL,
	`mode` text NOT NULL,
	`router` text NOT NULL,
	`threshold` real NOT NULL,
	`win_rate` real NOT NULL,
	`prompt` text NOT NULL,
	`model_a` text NOT NULL,
	`model_b` text NOT NULL,
	`answer_a` text NOT NULL,
	`answer_b` text NOT NULL,
	`winner` text NOT NULL,
	`simulated` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `votes_id_unique` ON `votes` (`id`);