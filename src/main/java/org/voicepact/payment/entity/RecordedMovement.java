package org.voicepact.payment.entity;

import java.util.Optional;
import org.voicepact.platform.entity.Money;

/**
 * A movement as our books have it.
 *
 * @param id by which it is found there
 * @param receipt the provider's number of it, where it was told
 */
public record RecordedMovement(
    String id, Direction direction, Money amount, Optional<String> receipt) {}
