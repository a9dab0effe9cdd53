package org.voicepact.access.entity;

import java.time.Duration;
import java.util.Optional;

/**
 * What one who was just counted has left of a limit.
 *
 * @param policy the name of the limit
 * @param remaining times from now on
 * @param untilWhole after this time all of the limit is there again, where nothing more is done
 * @param retryAfter where this time was one too many: when the next one is there
 */
public record Allowance(
    String policy,
    RateLimit limit,
    long remaining,
    Duration untilWhole,
    Optional<Duration> retryAfter) {}
