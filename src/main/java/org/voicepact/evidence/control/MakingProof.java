package org.voicepact.evidence.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voicepact.evidence.entity.LogEntry;
import org.voicepact.evidence.entity.SignedStatement;
import org.voicepact.platform.entity.Json;

/** Puts all evidence about a contract into one file, {@code voicepact/proof/1}; docs/proof.md defines it. */
@Singleton
public class MakingProof {

  private static final String TYPE = "voicepact/proof/1";
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final ReadingLog log;
  private final LogTree tree;
  private final SigningStatements statements;
  private final SigningHeads heads;

  @Inject
  public MakingProof(
      ReadingLog log, LogTree tree, SigningStatements statements, SigningHeads heads) {
    this.log = log;
    this.tree = tree;
    this.statements = statements;
    this.heads = heads;
  }

  /**
   * @param canonical reads the canonical bytes of the contract's versions by their hash, after the log
   * @param disclosure what is behind the commitments, for those who may see it
   * @return the file in UTF-8; empty where the log has nothing about the contract
   */
  public Optional<byte[]> of(
      String contractId, Supplier<Map<String, byte[]>> canonical, Optional<ObjectNode> disclosure) {
    return log.about(contractId).map(record -> {
      ObjectNode proof = JsonNodeFactory.instance.objectNode().put("type", TYPE);
      proof.set("versions", versions(record, canonical.get()));
      proof.set("statements", statements(record));
      Map<Long, List<byte[]>> paths = tree.inclusionPaths(
          Stream.concat(record.entries().stream(), record.keys().stream()).toList(),
          record.checkpoint().size());
      proof.set("entries", entries(record.entries(), paths));
      proof.set("keys", entries(record.keys(), paths));
      proof.set("head", heads.sign(record.head()));
      proof.put("checkpoint", record.checkpoint().note());
      disclosure.ifPresent(known -> proof.set("disclosure", known));
      return (Json.write(proof) + "\n").getBytes(StandardCharsets.UTF_8);
    });
  }

  private static ArrayNode versions(ContractRecord record, Map<String, byte[]> canonical) {
    ArrayNode versions = JsonNodeFactory.instance.arrayNode();
    for (LogEntry entry : record.entries()) {
      entry
          .data("hash")
          .ifPresent(hash -> versions
              .addObject()
              .put("hash", hash)
              .put("canonical", new String(canonical.get(hash), StandardCharsets.UTF_8)));
    }
    return versions;
  }

  private ArrayNode statements(ContractRecord record) {
    Map<String, SignedStatement> byDigest = statements.about(record.contractId()).stream()
        .collect(Collectors.toMap(SignedStatement::digest, Function.identity()));
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (LogEntry entry : record.entries()) {
      entry
          .data("statement")
          .map(byDigest::get)
          .ifPresent(signed -> array
              .addObject()
              .put("statement", new String(signed.statement(), StandardCharsets.UTF_8))
              .put("signature", BASE64.encodeToString(signed.signature())));
    }
    return array;
  }

  private static ArrayNode entries(List<LogEntry> chain, Map<Long, List<byte[]>> paths) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (LogEntry entry : chain) {
      ArrayNode path =
          array.addObject().put("entry", ContractRecord.text(entry)).putArray("path");
      paths.get(entry.sequence()).forEach(hash -> path.add(BASE64.encodeToString(hash)));
    }
    return array;
  }
}
