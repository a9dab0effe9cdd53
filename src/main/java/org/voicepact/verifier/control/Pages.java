package org.voicepact.verifier.control;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Rows in the order of a key that no two of them share, read in pages, so that memory holds few of them and other queries can be made
 * in between.
 */
final class Pages<K, T> implements Iterator<T> {

  private final Function<T, K> key;
  private final Function<K, List<T>> pageAfter;
  private List<T> page;
  private int next;

  /**
   * @param first lies before every key
   * @param pageAfter the next rows behind a key; none behind the last one
   */
  Pages(K first, Function<T, K> key, Function<K, List<T>> pageAfter) {
    this.key = key;
    this.pageAfter = pageAfter;
    this.page = pageAfter.apply(first);
  }

  @Override
  public boolean hasNext() {
    if (next == page.size() && next > 0) {
      page = pageAfter.apply(key.apply(page.get(next - 1)));
      next = 0;
    }
    return next < page.size();
  }

  /** The next one, which stays the next one. */
  T peek() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.get(next);
  }

  @Override
  public T next() {
    T row = peek();
    next++;
    return row;
  }
}
