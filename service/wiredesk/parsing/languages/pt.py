"""Portuguese: "Por Joana Rocha | Publicado em 14 de março de 2024 às 08h05 | Atualizado há 2 horas"."""

from __future__ import annotations

from wiredesk.parsing.languages.language import Language

PT = Language(
    code="pt",
    months=(
        "janeiro jan", "fevereiro fev", "março marco mar", "abril abr", "maio mai", "junho jun", "julho jul", "agosto ago",
        "setembro set", "outubro out", "novembro nov", "dezembro dez",
    ),
    weekdays=(
        "segunda-feira segunda", "terça-feira terça", "quarta-feira quarta", "quinta-feira quinta", "sexta-feira sexta", "sábado sab",
        "domingo dom",
    ),
    by=("por", "escrito por", "publicado por", "texto de", "texto", "autor", "autora", "reportagem de"),
    published=("publicado", "publicado em", "publicada em", "postado em", "data", "criado em", "data de publicação"),
    updated=("atualizado", "atualizado em", "atualizada em", "atualizado há", "última atualização", "modificado em"),
    ago=("há {n} {unit}", "{n} {unit} atrás"),
    units={
        "minute": "minuto minutos min", "hour": "hora horas h", "day": "dia dias", "week": "semana semanas",
        "month": "mês mes meses", "year": "ano anos",
    },
    ones="um uma",
    days_ago={"agora mesmo": 0, "agora": 0, "hoje": 0, "ontem": 1, "anteontem": 2},
    and_="e",
    date_words="em às as de do da h leitura min minutos",
    roles="jornalista repórter redator redatora correspondente colunista enviado enviada editor editora",
    desks="redação redacção agência agências equipe",
    section_heads=(
        "leia também", "leia mais", "mais lidas", "as mais lidas", "notícias relacionadas", "artigos relacionados", "veja também",
        "últimas notícias", "você pode gostar", "recomendadas", "recomendado para você", "comentários", "publicidade", "saiba mais",
        "mais sobre", "relacionadas",
    ),
    share=("compartilhar", "compartilhe", "partilhar", "imprimir", "comentar", "salvar", "guardar", "copiar link", "ouvir"),
)  # fmt: skip
