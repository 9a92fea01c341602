-- in a cluster: when any node began the last poll of each shop, in milliseconds since 1970
SELECT TRIGGER_NAME AS shop, PREV_FIRE_TIME AS begun_at FROM QRTZ_TRIGGERS
WHERE SCHED_NAME = 'zmo-bridge' AND TRIGGER_GROUP = 'poll' AND PREV_FIRE_TIME > 0
