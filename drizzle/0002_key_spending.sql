CREATE TABLE `key_spending` (
	`key` text NOT NULL,
	`month` text NOT NULL,
	`dollars` real NOT NULL,
	PRIMARY KEY(`key`, `month`)
);
