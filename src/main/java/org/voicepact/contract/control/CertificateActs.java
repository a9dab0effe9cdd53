package org.voicepact.contract.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.voicepact.contract.entity.Contract;
import org.voicepact.contract.entity.Delivery;
import org.voicepact.contract.entity.Dispute;
import org.voicepact.contract.entity.Dispute.Decider;
import org.voicepact.contract.entity.Terms;
import org.voicepact.evidence.entity.CertificateContent.Column;
import org.voicepact.evidence.entity.CertificateContent.Table;
import org.voicepact.evidence.entity.Channel;
import org.voicepact.evidence.entity.Particulars;
import org.voicepact.evidence.entity.RecordedAnswer;
import org.voicepact.platform.control.Texts;
import org.voicepact.platform.entity.PlainDecimal;

/** The part of a certificate that says how the contract was carried out. */
final class CertificateActs {

  private final Contract contract;
  private final Terms terms;
  private final Texts texts;
  private final ContractWords words;

  CertificateActs(ContractView view, Texts texts, ContractWords words) {
    this.contract = view.contract();
    this.terms = view.current().terms();
    this.texts = texts;
    this.words = words;
  }

  private record Row(Instant time, List<String> values) {}

  /**
   * @param acts all statements that are no answers, in their order
   * @param who names the party that did something
   * @return empty where nothing was done yet
   */
  Optional<Table> table(List<RecordedAnswer> acts, Function<RecordedAnswer, String> who) {
    List<Row> rows = new ArrayList<>();
    for (RecordedAnswer act : acts) {
      rows.add(row(
          act.receivedAt(),
          who.apply(act),
          what(act),
          words.channel(act.channel()),
          words.assurance(act.assurance())));
    }
    contract.fulfilment().claims().stream()
        .filter(Delivery::isAcceptedSilently)
        .forEach(claim -> rows.add(silence(claim)));
    contract
        .dispute()
        .filter(dispute -> dispute.decidedBy().filter(Decider.OPERATOR::equals).isPresent())
        .ifPresent(dispute -> rows.add(byOperator(dispute)));
    rows.sort(Comparator.comparing(Row::time));
    return Optional.of(rows)
        .filter(any -> !any.isEmpty())
        .map(any -> table(any.stream().map(Row::values).toList()));
  }

  private Table table(List<List<String>> rows) {
    return new Table(
        texts.get("acts"),
        false,
        List.of(
            new Column(texts.get("answers.who"), 22, 2),
            new Column(texts.get("acts.what"), 25, 5),
            new Column(texts.get("answers.time"), 20, 2),
            new Column(texts.get("answers.channel"), 11, 1),
            new Column(texts.get("answers.proof"), 22, 4)),
        rows,
        "",
        texts.get("acts.more"));
  }

  private Row row(Instant time, String who, String what, String channel, String proof) {
    return new Row(time, List.of(who, what, words.time(time), channel, proof));
  }

  private Row silence(Delivery claim) {
    String what = delivery("acts.silence", LoggedData.particulars(claim));
    return row(claim.acceptedAt().orElseThrow(), "–", what, "", "");
  }

  private Row byOperator(Dispute dispute) {
    String what = texts.get("acts.resolution." + dispute.outcome().orElseThrow().wire());
    return row(
        dispute.resolvedAt().orElseThrow(),
        texts.get("acts.operator"),
        what,
        words.channel(Channel.REST),
        "");
  }

  private String what(RecordedAnswer act) {
    Particulars particulars = act.particulars();
    return switch (act.type()) {
      case DELIVERY -> delivery("acts.delivery", particulars);
      case ACCEPTANCE -> delivery("acts.acceptance", particulars);
      case RESOLUTION -> texts.get("acts.resolution." + particulars.outcome().orElseThrow());
      case DISPUTE -> texts.get("acts.dispute");
      case CONFIRMATION, DECLINE -> words.answer(act.type());
    };
  }

  private String delivery(String key, Particulars particulars) {
    String quantity = particulars
        .quantity()
        .flatMap(PlainDecimal::typed)
        .map(number -> words.quantity(number, terms))
        .orElseGet(() -> texts.get("acts.all"));
    return texts.get(key, particulars.claim().orElseThrow(), quantity);
  }
}
