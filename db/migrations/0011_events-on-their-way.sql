CREATE TABLE "event_outbox" (
	"event_id" uuid PRIMARY KEY NOT NULL
);
