package org.voicepact.payment.control;

import java.util.Optional;
import org.voicepact.payment.entity.Carrier;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.payment.entity.MoneyOrder.Turn;

/**
 * A call of a provider that is about to be made.
 *
 * @param turn whether it is told or asked
 * @param carrier as when it was ordered
 * @param reference by which the provider knows the order, where that is known
 */
public record ProviderCall(
    Turn turn,
    Direction direction,
    Carrier carrier,
    Instruction instruction,
    Optional<String> reference) {}
