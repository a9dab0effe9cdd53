package org.voicepact.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One server for all black-box tests of a run, started by the first of them and stopped after the last. Its
 * settings are the defaults, save that it sends as many messages as it likes. Tests take {@link Api} or {@link VoicePactServer} as a parameter.
 */
public final class SharedServer implements BeforeAllCallback, ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SharedServer.class);

  private record Running(VoicePactServer server, Api api) implements AutoCloseable {
    @Override
    public void close() {
      server.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running(context);
  }

  private static Running running(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            Running.class,
            key -> {
              VoicePactServer server =
                  VoicePactServer.start("shared", VoicePactServer.UNLIMITED_SMS);
              return new Running(server, Api.documented(server));
            },
            Running.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Api.class || type == VoicePactServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running = running(context);
    return parameter.getParameter().getType() == Api.class ? running.api() : running.server();
  }
}
