package org.voicepact.payment.control;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** The beans of a type, as the container would find them. */
record Instances(MobileMoney... beans) implements Instance<MobileMoney> {

  @Override
  public Iterator<MobileMoney> iterator() {
    return List.of(beans).iterator();
  }

  @Override
  public MobileMoney get() {
    return beans[0];
  }

  @Override
  public Instance<MobileMoney> select(Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends MobileMoney> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends MobileMoney> Instance<U> select(
      TypeLiteral<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isUnsatisfied() {
    return beans.length == 0;
  }

  @Override
  public boolean isAmbiguous() {
    return beans.length > 1;
  }

  @Override
  public void destroy(MobileMoney instance) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Handle<MobileMoney> getHandle() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Iterable<? extends Handle<MobileMoney>> handles() {
    throw new UnsupportedOperationException();
  }
}
