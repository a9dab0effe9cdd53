package org.voicepact.platform.control;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a JPQL query, all of which must hold, and the values of their parameters. */
public final class QueryConditions {

  private final List<String> clauses;
  private final Map<String, Object> values;

  public QueryConditions() {
    this(new ArrayList<>(), new LinkedHashMap<>());
  }

  private QueryConditions(List<String> clauses, Map<String, Object> values) {
    this.clauses = clauses;
    this.values = values;
  }

  /**
   * @param clause with one parameter of its own, as {@code m.phone = :phone}
   * @param name of the parameter
   */
  public void add(String clause, String name, Object value) {
    clauses.add(clause);
    values.put(name, value);
  }

  /** The same conditions, to which others can be added. */
  public QueryConditions copy() {
    return new QueryConditions(new ArrayList<>(clauses), new LinkedHashMap<>(values));
  }

  /** As it stands in the query, with a blank before it; empty where there is no condition. */
  public String where() {
    return clauses.isEmpty() ? "" : " WHERE " + String.join(" AND ", clauses);
  }

  public <T> TypedQuery<T> apply(TypedQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }
}
