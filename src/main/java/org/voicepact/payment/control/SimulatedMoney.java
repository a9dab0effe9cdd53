package org.voicepact.payment.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voicepact.payment.entity.Direction;
import org.voicepact.payment.entity.Instruction;
import org.voicepact.payment.entity.ProviderNotice;
import org.voicepact.payment.entity.ProviderReply;
import org.voicepact.payment.entity.SimulatedPrompt;
import org.voicepact.payment.entity.Standing;
import org.voicepact.payment.entity.Statement;
import org.voicepact.payment.entity.StatementLine;
import org.voicepact.platform.entity.Money;

/**
 * A provider to try with: no money moves. Its prompts stand on the page {@code /phone}, and in the database, so that
 * every server knows them. What it tells by itself goes the same way as what a real provider tells.
 */
@Singleton
public class SimulatedMoney implements MobileMoney {

  static final String NAME = "simulator";

  private final SimulatedPrompts prompts;

  @Inject
  public SimulatedMoney(SimulatedPrompts prompts) {
    this.prompts = prompts;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isReal() {
    return false;
  }

  @Override
  public Optional<String> whyNot(Money amount) {
    return Optional.empty();
  }

  @Override
  public ProviderReply collect(Instruction instruction) {
    prompts.add(instruction, Direction.COLLECTION);
    return new ProviderReply.Taken(Optional.of(reference(instruction.id())));
  }

  @Override
  public ProviderReply payOut(Instruction instruction) {
    prompts.add(instruction, Direction.PAYOUT);
    return new ProviderReply.Taken(Optional.of(reference(instruction.id())));
  }

  private static String reference(String order) {
    return "sim-" + order;
  }

  @Override
  public Standing ask(
      Instruction instruction, Direction direction, Optional<String> providerReference) {
    Optional<SimulatedPrompt> known = prompts.find(instruction.id());
    if (known.isEmpty()) {
      return new Standing.NotKnown("there is no such prompt");
    }
    return switch (known.get().state()) {
      case WAITING -> new Standing.Waiting();
      case APPROVED ->
        new Standing.Succeeded(known.get().receipt(), Optional.of(known.get().amount()));
      case REFUSED -> new Standing.Failed("the PIN was not typed, or not in time");
    };
  }

  /** What it tells of a prompt that was answered. */
  static ObjectNode notice(SimulatedPrompt prompt) {
    ObjectNode notice = JsonNodeFactory.instance.objectNode();
    notice.put("transaction_id", prompt.orderId());
    notice.put("status", prompt.state() == SimulatedPrompt.State.APPROVED ? "success" : "failed");
    notice.put("amount", prompt.amount().amount());
    notice.put("currency", prompt.amount().currency().getCurrencyCode());
    return notice;
  }

  @Override
  public Optional<Statement> statement(Instant from, Instant to) {
    List<SimulatedPrompt> moved = prompts.approved(from, to);
    List<StatementLine> lines = new ArrayList<>();
    for (SimulatedPrompt each : moved) {
      lines.add(new StatementLine(
          lines.size() + 1,
          each.receipt().orElseThrow(),
          each.direction(),
          each.amount(),
          each.answeredAt().orElseThrow()));
    }
    return Optional.of(new Statement(lines, List.of()));
  }

  @Override
  public Optional<ProviderNotice> read(JsonNode notice) {
    return PublishedNotice.read(notice);
  }
}
