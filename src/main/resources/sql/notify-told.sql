UPDATE notify_turns SET told_at = :#toldAt, summary_at = COALESCE(:#summaryAt, summary_at)
WHERE channel = :#channel AND audience = :#audience
