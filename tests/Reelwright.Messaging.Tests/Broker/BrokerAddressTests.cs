using System.ComponentModel.DataAnnotations;
using Reelwright.Messaging.Broker;

namespace Reelwright.Messaging.Tests.Broker;

public sealed class BrokerAddressTests
{
    [Theory]
    [InlineData("amqp://localhost", false, "localhost", 5672, "/", "guest", "guest")]
    [InlineData("amqp://localhost/", false, "localhost", 5672, "/", "guest", "guest")]
    [InlineData("amqps://rabbit.example.com", true, "rabbit.example.com", 5671, "/", "guest", "guest")]
    [InlineData("AMQP://ada:lovelace@10.0.0.7:5673/ads", false, "10.0.0.7", 5673, "ads", "ada", "lovelace")]
    [InlineData("amqp://a%40b:p%40ss%3Aw%2Frd%3F%23100%25@host/ads%2Feu", false, "host", 5672, "ads/eu", "a@b", "p@ss:w/rd?#100%")]
    [InlineData("amqp://ada:l%C3%B6we@host/%2F", false, "host", 5672, "/", "ada", "löwe")]
    [InlineData("amqp://ada:1+1=2!$&'()*,;@host", false, "host", 5672, "/", "ada", "1+1=2!$&'()*,;")]
    [InlineData("amqp://ada@host", false, "host", 5672, "/", "ada", "")]
    [InlineData(" amqps://ada:x@[::1]:5671/v \n", true, "::1", 5671, "v", "ada", "x")]
    public void A_URL_is_read_with_its_percent_signs(
        string url, bool tls, string host, int port, string vhost, string user, string password)
    {
        var (address, problem) = BrokerAddress.Read(url);

        problem.ShouldBeNull();
        address.ShouldBe(new BrokerAddress(tls, host, port, vhost) { User = user, Password = password });
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("http://ada:secret@host")]
    [InlineData("amqp://ada:sec/ret@host")]
    [InlineData("amqp://ada:sec#ret@host")]
    [InlineData("amqp://ada:sec@ret@host")]
    [InlineData("amqp://ada:secret%@host")]
    [InlineData("amqp://ada:secret@host:0")]
    [InlineData("amqp://ada:secret@host:65536")]
    [InlineData("amqp://ada:secret@host:99999999999")]
    [InlineData("amqp://ada:secret@host/a/b")]
    [InlineData("amqp://ada:secret@host?heartbeat=5")]
    [InlineData("amqp://ada:secret@")]
    public void A_malformed_URL_is_refused_with_a_hint_that_does_not_quote_it(string url)
    {
        var results = new RabbitOptions { Url = url.Length > 0 ? url : "amqp:" }.Validate(new ValidationContext(new object())).ToList();

        var message = results.ShouldHaveSingleItem().ErrorMessage.ShouldNotBeNull();
        message.ShouldStartWith("RABBITMQ_URL ");
        message.ShouldMatch("amqp://user:password@host|%25", "It says how to write it.");
        message.ShouldNotContain("sec");
        message.ShouldNotContain("ret");
    }

    [Fact]
    public void ToString_leaves_out_user_and_password()
    {
        BrokerAddress.Read("amqps://ada:secret@[::1]/ads%2Feu").Address!.ToString().ShouldBe("amqps://[::1]:5671/ads%2Feu");
    }

    [Fact]
    public void Without_a_URL_there_is_nothing_to_check()
    {
        new RabbitOptions().Validate(new ValidationContext(new object())).ShouldBeEmpty();
    }
}
