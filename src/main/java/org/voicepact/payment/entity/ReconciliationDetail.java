package org.voicepact.payment.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.voicepact.platform.entity.Json;

/** What differed, apart from the {@link Reconciliation}, so that lists need not read it. */
@Entity
@Table(name = "reconciliation_detail")
public class ReconciliationDetail {

  /** So many characters are kept; who has more compares less time at once. */
  private static final int LONGEST = 900_000;

  @Id
  @Column(name = "reconciliation_id")
  private String id;

  private String differences;

  protected ReconciliationDetail() {}

  public ReconciliationDetail(Reconciliation of, List<Difference> differences) {
    this.id = of.id();
    this.differences = Json.write(kept(differences));
  }

  private static ArrayNode kept(List<Difference> differences) {
    ArrayNode kept = JsonNodeFactory.instance.arrayNode();
    int length = 0;
    for (Difference difference : differences) {
      ObjectNode document = difference.document();
      length += Json.write(document).length() + 1;
      if (length > LONGEST) {
        break;
      }
      kept.add(document);
    }
    return kept;
  }

  /** An array of {@link Difference#document}: all that were found, or the first where these are very many. */
  public JsonNode differences() {
    return Json.read(differences);
  }
}
