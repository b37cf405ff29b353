FROM debian:12
RUN apt-get update \
 && apt-get install -y --no-install-recommends rabbitmq-server \
 && rm -rf /var/lib/apt/lists/*
COPY rabbitmq-start.sh /start.sh
USER rabbitmq
ENV HOME=/var/lib/rabbitmq
CMD ["bash", "/start.sh"]
