"""The service's words in Portuguese, worded so that they read well in Brazil and Portugal."""

# ruff: noqa: E501 (a sentence is read in one piece)

from app.domain.data_class import DataClass
from app.domain.wording.words import Words

PT = Words(
    unwanted="Por favor, não envie {what} neste chat.",
    kinds={
        DataClass.PAYMENT_CARD: "números de cartões de pagamento",
        DataClass.BANK_ACCOUNT: "números de contas bancárias",
        DataClass.CREDENTIAL: "senhas ou chaves de acesso",
        DataClass.GOVERNMENT_ID: "números de identidade ou da segurança social",
        DataClass.TAX: "dados fiscais",
        DataClass.HEALTH: "dados sobre a saúde de uma pessoa",
        DataClass.CHILD: "dados sobre crianças",
        DataClass.LEGAL: "dados sobre assuntos jurídicos",
        DataClass.HR: "dados sobre o emprego de uma pessoa",
        DataClass.SECURITY_INCIDENT: "dados sobre incidentes de segurança",
        DataClass.EMAIL: "endereços de e-mail",
        DataClass.PHONE: "números de telefone",
        DataClass.NAME: "nomes de pessoas",
        DataClass.ADDRESS: "endereços postais",
        DataClass.IP_ADDRESS: "endereços IP",
    },
    between=" nem ",
    some_kind="dados pessoais deste tipo",
    removed="Esses dados foram removidos e ninguém os verá.",
    elsewhere="É possível pedir para falar com uma pessoa a qualquer momento, ou escrever para {contact}.",
    injection="Só posso ajudar com perguntas à nossa loja, por isso deixei essa mensagem de lado.",
    refused="Não posso ajudar com essa mensagem.",
    closed="O chat está fechado no momento, por isso a sua mensagem não foi encaminhada. Por favor, escreva para {contact}.",
    cut_short="(A minha resposta ficou longa demais e termina aqui. Peça que eu continue, ou peça para falar com uma pessoa.)",
)
