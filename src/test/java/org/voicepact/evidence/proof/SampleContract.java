package org.voicepact.evidence.proof;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A contract in a {@link SampleLog}, and the proof of it. */
public final class SampleContract {

  private static final String TRANSCRIPT = "Nitakuuzia gunia mia za mahindi, \u201Esawa\u201C?";
  private static final Consumer<ObjectNode> UNSPOILT = document -> {};

  private final SampleLog log;
  private final String id;
  private final List<Party> parties;
  private final List<ObjectNode> versions = new ArrayList<>();
  private final ArrayNode statements = JsonNodeFactory.instance.arrayNode();
  private String status = "";

  private record Party(String role, String name, String phone, byte[] key) {
    ObjectNode content() {
      ObjectNode content = SampleLog.object();
      if (name != null) {
        content.put("name", name);
      }
      return content.put("phone", phone);
    }

    String commitment() {
      return Hashes.commitment(key, content());
    }
  }

  /** Of a seller and a buyer. */
  public SampleContract(SampleLog log, String id) {
    this(log, id, List.of());
  }

  private SampleContract(SampleLog log, String id, List<Party> others) {
    this.log = log;
    this.id = id;
    this.parties = new ArrayList<>(List.of(
        new Party("seller", "Wanjiku Kamau", "+254712555001", key(1)),
        new Party("buyer", null, "+254722555002", key(2))));
    parties.addAll(others);
  }

  /** Likewise with a mediator as the third party. */
  static SampleContract withMediator(SampleLog log, String id) {
    return new SampleContract(
        log, id, List.of(new Party("mediator", "Akinyi", "+254733555003", key(4))));
  }

  private static byte[] key(int which) {
    return Hashes.sha256(new byte[] {(byte) which});
  }

  String id() {
    return id;
  }

  String commitment(int party) {
    return parties.get(party).commitment();
  }

  public void create() {
    create(UNSPOILT);
  }

  void create(Consumer<ObjectNode> spoilContract) {
    addVersion("contract.created", "key:root", "", spoilContract, UNSPOILT);
  }

  public void amend(int party) {
    amend(party, UNSPOILT, UNSPOILT);
  }

  void amend(int party, Consumer<ObjectNode> spoilContract, Consumer<ObjectNode> spoilEntry) {
    addVersion(
        "contract.amended", "party:" + commitment(party), "claimed", spoilContract, spoilEntry);
  }

  private void addVersion(
      String action,
      String actor,
      String assurance,
      Consumer<ObjectNode> spoilContract,
      Consumer<ObjectNode> spoilEntry) {
    ObjectNode contract = canonical();
    spoilContract.accept(contract);
    String text = SampleLog.text(contract);
    String hash = Hashes.hex(Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)));
    versions.add(SampleLog.object().put("hash", hash).put("canonical", text));
    status = "pending";
    SampleLog.NewEntry entry = SampleLog.entry(action, id, actor, "rest")
        .with(SampleLog.data(
            "version", version(), "hash", hash, "hash_algorithm", "sha256", "status", status));
    log.add(id, assurance.isEmpty() ? entry : entry.assured(assurance), spoilEntry);
  }

  private String version() {
    return Integer.toString(versions.size());
  }

  private ObjectNode canonical() {
    ObjectNode contract = SampleLog.object()
        .put("format", "voicepact/contract/1")
        .put("contract_id", id)
        .put("version", Integer.toString(versions.size() + 1))
        .put("contract_type", "agricultural_supply")
        .put("currency", "KES")
        .put("created_at", "2026-11-24T09:30:00.000Z")
        .put("expires_at", "2026-11-25T09:30:00.000Z");
    contract
        .putObject("terms")
        .put("product", "Mahindi \u20AC \uD83C\uDF3D")
        .put("quantity", Integer.toString(100 + versions.size()))
        .put("unit", "bags")
        .put("total_amount", "350000.00")
        .put("organic", true);
    contract.put(
        "transcript_commitment",
        Hashes.commitment(key(3), SampleLog.object().put("transcript", TRANSCRIPT)));
    ArrayNode array = contract.putArray("parties");
    parties.forEach(
        party -> array.addObject().put("role", party.role()).put("commitment", party.commitment()));
    return contract;
  }

  public void confirm(int party) {
    answer(party, "confirmation", UNSPOILT, UNSPOILT);
  }

  public void decline(int party) {
    answer(party, "decline", UNSPOILT, UNSPOILT);
  }

  void answer(
      int party,
      String type,
      Consumer<ObjectNode> spoilStatement,
      Consumer<ObjectNode> spoilEntry) {
    answer(party, type, log.key(SampleLog.STATEMENT), spoilStatement, spoilEntry);
  }

  void answer(
      int party,
      String type,
      SampleKey by,
      Consumer<ObjectNode> spoilStatement,
      Consumer<ObjectNode> spoilEntry) {
    String action = type.equals("decline") ? "party.declined" : "party.confirmed";
    state(party, type, action, SampleLog.object(), by, spoilStatement, spoilEntry);
  }

  /**
   * Something else that a party does.
   *
   * @param said what the statement and the entry have besides
   */
  void act(int party, String type, String action, ObjectNode said, Consumer<ObjectNode> spoil) {
    state(party, type, action, said, log.key(SampleLog.STATEMENT), spoil, UNSPOILT);
  }

  /** The same by which the contract gets a new status. */
  void decide(int party, String type, String action, ObjectNode said, String newStatus) {
    status = newStatus;
    state(
        party,
        type,
        action,
        said,
        log.key(SampleLog.STATEMENT),
        UNSPOILT,
        entry -> ((ObjectNode) entry.get("data")).remove("outcome"));
  }

  /** Something that is done by nobody of the contract; {@code data} may have a new status. */
  void tell(String actor, String action, ObjectNode data) {
    status = data.path("status").asText(status);
    log.add(id, SampleLog.entry(action, id, actor, "rest").with(data));
  }

  private void state(
      int party,
      String type,
      String action,
      ObjectNode said,
      SampleKey by,
      Consumer<ObjectNode> spoilStatement,
      Consumer<ObjectNode> spoilEntry) {
    ObjectNode statement = SampleLog.object()
        .put("type", type)
        .put("format", "voicepact/" + type + "/1")
        .put("contract_id", id)
        .put("version", version())
        .put("contract_hash", versions.get(versions.size() - 1).get("hash").textValue())
        .put("hash_algorithm", "sha256")
        .put("party_role", parties.get(party).role())
        .put("party_commitment", commitment(party))
        .put("channel", "sms")
        .put("assurance", "gateway")
        .put("received_at", log.now())
        .put("key_id", by.id())
        .put("message_id", "m-" + log.size())
        .put("text_commitment", "ab".repeat(32));
    said.fields().forEachRemaining(member -> statement.set(member.getKey(), member.getValue()));
    statement.remove("status");
    spoilStatement.accept(statement);
    ObjectNode signed = SampleLog.signed("statement", statement, by);
    statements.add(signed);
    byte[] bytes = signed.get("statement").textValue().getBytes(StandardCharsets.UTF_8);
    ObjectNode data =
        SampleLog.data("version", version(), "statement", Hashes.hex(Hashes.sha256(bytes)));
    said.fields().forEachRemaining(member -> data.set(member.getKey(), member.getValue()));
    log.add(
        id,
        SampleLog.entry(action, id, "party:" + commitment(party), "sms")
            .with(data)
            .assured("gateway"),
        spoilEntry);
  }

  /** As {@code contract.confirmed}. */
  public void become(String newStatus) {
    status = newStatus;
    log.add(
        id,
        SampleLog.entry("contract." + newStatus, id, "system", "sms")
            .with(SampleLog.data("status", newStatus)));
  }

  public void tell(int party) {
    log.add(
        id,
        SampleLog.entry("message.sent", id, "system", "system")
            .with(SampleLog.data("party", commitment(party), "kind", "terms", "version", "1")));
  }

  public ObjectNode head() {
    return head(UNSPOILT);
  }

  ObjectNode head(Consumer<ObjectNode> spoil) {
    return log.head(id, version(), status, spoil);
  }

  /** Without a disclosure. */
  public ObjectNode proof() {
    ObjectNode proof = SampleLog.object().put("type", "voicepact/proof/1");
    proof.putArray("versions").addAll(versions);
    proof.set("statements", statements.deepCopy());
    proof.set("entries", log.proven(id));
    proof.set("keys", log.proven("keys"));
    proof.set("head", head());
    proof.put("checkpoint", log.checkpoint());
    return proof;
  }

  public ObjectNode disclosed() {
    ObjectNode proof = proof();
    ObjectNode disclosure = proof.putObject("disclosure");
    ArrayNode array = disclosure.putArray("parties");
    parties.forEach(party -> array.add(party.content().put("key", Hashes.hex(party.key()))));
    disclosure.putObject("transcript").put("transcript", TRANSCRIPT).put("key", Hashes.hex(key(3)));
    return proof;
  }
}
