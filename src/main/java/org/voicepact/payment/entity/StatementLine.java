package org.voicepact.payment.entity;

import java.time.Instant;
import org.voicepact.platform.entity.Money;

/**
 * What a provider's statement says of one movement.
 *
 * @param number of the line in the statement, from 1
 * @param receipt the provider's number of the movement
 * @param amount more than 0, whichever way it went
 */
public record StatementLine(
    int number, String receipt, Direction direction, Money amount, Instant completedAt) {}
